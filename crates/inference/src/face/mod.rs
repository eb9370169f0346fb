//! What can be measured on a face: box, landmarks, descriptor, quality, mouth.
