"""Your data: where it is, how safe it is, its keys, and erasing a person."""
