//! Every text of the product.
