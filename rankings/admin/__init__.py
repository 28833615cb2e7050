from . import cities, editions, rankings, results

__all__ = ["cities", "editions", "rankings", "results"]
