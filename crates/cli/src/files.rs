//! Evidence from the disk.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// More than any file that the decoder accepts, so that what is longer is refused by its rules, and a device or a pipe without end does not fill
/// the memory.
const MOST: u64 = 64 << 20;

/// The first bytes of a file, all of them where the decoder may accept it.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_file_without_an_end_is_read_in_part() {
        let read = super::read("/dev/zero".as_ref()).expect("every Linux has it");
        assert_eq!(read.len() as u64, super::MOST);
    }
}
