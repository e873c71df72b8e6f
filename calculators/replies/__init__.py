"""A question in JSON's shapes in, its answer out."""
