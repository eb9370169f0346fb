import { assessFrame, type FrameVerdict, type Grey, Steadiness } from './document-frame';

/** Part of the picture that is looked at, in shares of the video's own width and height. */
export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How often the picture is looked at, in ms: often enough to follow a hand, seldom enough for an old phone. */
const INTERVAL_MS = 150;
/** The frame's own width in the small picture, in pixels: edges stay visible, noise does not. */
const FRAME_PX = 180;
/** Around the frame this share of it is looked at too, on each side, to see edges that lie outside. */
export const SURROUND = 0.14;
/** Side of the unreduced piece in which blur is measured, in pixels. */
const DETAIL_PX = 320;

export type DocumentReport = FrameVerdict & {
  /** 0 to 1: how long all has been well, of the time needed. */ steady: number;
};

/**
 * Looks at what stands in the guide frame and says what is wrong with it, until the returned function is called.
 * It only advises, and presses the shutter: the server judges the photo on its own.
 */
export function watchDocument(
  video: HTMLVideoElement,
  frame: () => Region | null,
  report: (report: DocumentReport) => void,
): () => void {
  const small = document.createElement('canvas');
  const detail = document.createElement('canvas');
  const steadiness = new Steadiness();
  let previous: Grey | null = null;
  const look = () => {
    const region = frame();
    if (!region || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return;
    const grey = draw(small, video, grown(region));
    if (!grey) return;
    const close = detailOf(detail, video, region);
    const verdict = assessFrame(grey, close, previous);
    previous = grey;
    report({ ...verdict, steady: steadiness.after(verdict, INTERVAL_MS) });
  };
  const timer = setInterval(look, INTERVAL_MS);
  return () => clearInterval(timer);
}

const grown = ({ left, top, width, height }: Region): Region => ({
  left: left - width * SURROUND,
  top: top - height * SURROUND,
  width: width * (1 + 2 * SURROUND),
  height: height * (1 + 2 * SURROUND),
});

/** The region at the size of analysis; what lies outside the video is the colour of its edge's neighbour: black. */
function draw(canvas: HTMLCanvasElement, video: HTMLVideoElement, region: Region): Grey | null {
  const width = Math.round(FRAME_PX * (1 + 2 * SURROUND));
  const source = [
    region.left * video.videoWidth,
    region.top * video.videoHeight,
    region.width * video.videoWidth,
    region.height * video.videoHeight,
  ] as const;
  const height = Math.round((width * source[3]) / source[2]);
  return read(canvas, width, height, (context) => context.drawImage(video, ...source, 0, 0, width, height));
}

/** A piece from the middle of the frame, pixel for pixel where the camera has enough of them. */
function detailOf(canvas: HTMLCanvasElement, video: HTMLVideoElement, region: Region): Grey | null {
  const width = Math.min(DETAIL_PX * 2, region.width * video.videoWidth * 0.8);
  const height = Math.min(DETAIL_PX, region.height * video.videoHeight * 0.8);
  const left = (region.left + region.width / 2) * video.videoWidth - width / 2;
  const top = (region.top + region.height / 2) * video.videoHeight - height / 2;
  return read(canvas, Math.round(width), Math.round(height), (context) =>
    context.drawImage(video, left, top, width, height, 0, 0, Math.round(width), Math.round(height)),
  );
}

function read(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  paint: (context: CanvasRenderingContext2D) => void,
): Grey | null {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  paint(context);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const at = 4 * i;
    // ITU-R BT.601 in 256ths.
    pixels[i] = (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8;
  }
  return { width, height, pixels };
}
