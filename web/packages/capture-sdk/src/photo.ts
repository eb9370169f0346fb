/** JPEG quality at which the small print of a 12-megapixel page still fits the 10 MB limit with room. */
const JPEG_QUALITY = 0.92;

/** The whole frame the camera delivers, uncropped: the server finds the document itself and judges its edges. */
export async function takePhoto(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d');
  if (!context || canvas.width === 0) throw new Error('the camera has delivered no frame yet');
  context.drawImage(video, 0, 0);
  const photo = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', JPEG_QUALITY));
  if (!photo) throw new Error('the frame could not be encoded');
  return photo;
}
