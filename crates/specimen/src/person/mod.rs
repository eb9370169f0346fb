//! A synthetic person: the same face in a portrait and in a clip.
