//! Data to SVG.
