from . import cities, editions, rankings, results, warnings

__all__ = ["cities", "editions", "rankings", "results", "warnings"]
