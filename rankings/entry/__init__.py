"""Entry of the figures of an edition: one table, a city per row, a figure per column."""
