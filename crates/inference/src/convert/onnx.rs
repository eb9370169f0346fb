//! Just enough protocol buffers to write an ONNX file, byte for byte the same each time.
//!
//! Field numbers are those of `onnx.proto` (IR version 8, operator set 13).

/// A message under construction.
#[derive(Default)]
pub(super) struct Message(Vec<u8>);

impl Message {
    /// The encoded bytes.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    /// A varint field; negative numbers take ten bytes, as the format says.
    pub(super) fn int(mut self, field: u64, value: i64) -> Self {
        self.varint(field << 3);
        self.varint(value as u64);
        self
    }

    /// A 32-bit floating point field.
    pub(super) fn float(mut self, field: u64, value: f32) -> Self {
        self.varint(field << 3 | 5);
        self.0.extend(value.to_le_bytes());
        self
    }

    /// A length-delimited field: text, bytes or a message.
    pub(super) fn bytes(mut self, field: u64, value: &[u8]) -> Self {
        self.varint(field << 3 | 2);
        self.varint(value.len() as u64);
        self.0.extend(value);
        self
    }

    /// A text field.
    pub(super) fn text(self, field: u64, value: &str) -> Self {
        self.bytes(field, value.as_bytes())
    }

    /// A nested message.
    pub(super) fn message(self, field: u64, value: &Message) -> Self {
        self.bytes(field, &value.0)
    }
}

/// An attribute of a node.
pub(super) enum Attribute {
    /// One integer.
    Int(i64),
    /// Several integers.
    Ints(Vec<i64>),
    /// One number.
    Float(f32),
}

/// `AttributeProto`.
pub(super) fn attribute(name: &str, value: &Attribute) -> Message {
    let message = Message::default().text(1, name);
    match value {
        Attribute::Float(number) => message.float(2, *number).int(20, 1),
        Attribute::Int(number) => message.int(3, *number).int(20, 2),
        Attribute::Ints(numbers) => numbers.iter().fold(message, |message, n| message.int(8, *n)).int(20, 7),
    }
}

/// `TensorProto` of `f32`.
pub(super) fn float_tensor(name: &str, shape: &[usize], data: &[f32]) -> Message {
    tensor(name, shape, 1, &data.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<_>>())
}

/// `TensorProto` of `i64`.
pub(super) fn int_tensor(name: &str, data: &[i64]) -> Message {
    tensor(name, &[data.len()], 7, &data.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<_>>())
}

fn tensor(name: &str, shape: &[usize], data_type: i64, raw: &[u8]) -> Message {
    let dims = shape.iter().fold(Message::default(), |message, length| message.int(1, *length as i64));
    dims.int(2, data_type).text(8, name).bytes(9, raw)
}

/// `ValueInfoProto` of an `f32` tensor; a length of 0 is written as a free dimension.
pub(super) fn value_info(name: &str, shape: &[usize]) -> Message {
    let dims = shape.iter().enumerate().fold(Message::default(), |message, (axis, length)| {
        let dim = Message::default();
        let dim = if *length == 0 { dim.text(2, &format!("d{axis}")) } else { dim.int(1, *length as i64) };
        message.message(1, &dim)
    });
    let tensor_type = Message::default().int(1, 1).message(2, &dims);
    Message::default().text(1, name).message(2, &Message::default().message(1, &tensor_type))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_encoded_as_the_format_says() {
        let message = Message::default().int(1, 150).text(2, "testing").float(3, 1.0);
        assert_eq!(message.into_bytes(), b"\x08\x96\x01\x12\x07testing\x1d\x00\x00\x80\x3f");
    }

    #[test]
    fn a_negative_integer_takes_ten_bytes() {
        assert_eq!(Message::default().int(1, -1).into_bytes().len(), 11);
    }
}
