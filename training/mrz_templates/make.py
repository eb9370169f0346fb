#!/usr/bin/env python3
"""Draws the 37 OCR-B characters of the machine readable zone as one strip of grey cells.

Needs Pillow and Debian's fonts-ocr-b (public domain / freely usable outlines). Writes a binary PGM, readable by any
picture viewer: 37 cells side by side in the order 0-9 A-Z <, each CELL_W x CELL_H, ink 255 on ground 0. One cell is one
pitch wide; its middle is the middle of the capitals. Not needed to build or run: the result is committed.

    python3 training/mrz_templates/make.py crates/inference/src/document/mrz/ocrb.pgm
"""
import sys

from PIL import Image, ImageDraw, ImageFont

CHARS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
FONT = "/usr/share/fonts/opentype/ocr-b/OCRB.otf"
CELL_W, CELL_H = 20, 26
SIZE = 800

font = ImageFont.truetype(FONT, SIZE)
pitch = font.getlength("0")
_, top, _, bottom = font.getbbox("H")
middle = (top + bottom) / 2
height = pitch * CELL_H / CELL_W
strip = Image.new("L", (CELL_W * len(CHARS), CELL_H))
for i, char in enumerate(CHARS):
    cell = Image.new("L", (round(pitch), round(height)))
    ImageDraw.Draw(cell).text((0, height / 2 - middle), char, fill=255, font=font)
    strip.paste(cell.resize((CELL_W, CELL_H), Image.Resampling.BOX), (i * CELL_W, 0))
strip.save(sys.argv[1])
