//! How something small leaves a screen: as a picture that another device reads.

mod qr;

pub use qr::Qr;
