"""The bundled demo site: a small resource library on loopback, with every kind of noise that real listings have."""
