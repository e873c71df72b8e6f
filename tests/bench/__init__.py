"""Measurements that hold us to what others make."""
