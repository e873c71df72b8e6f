"""Many cases from one table: read a row at a time, answered case by case."""

from calculators.batch.cases import COLUMNS, Row, Tally, batch, cells

__all__ = ["COLUMNS", "Row", "Tally", "batch", "cells"]
