//! Evidence of our own making: documents, photographs of them, clips, and every defect by a switch.
