"""`config.toml` as frozen types, or a `ConfigError` that names file, key and remedy."""

from server.config.build import Config, load
from server.config.differences import differences, told
from server.config.problems import ConfigError, Problem
from server.config.rescue import Unusable, load_or_rescue
from server.config.shape import ResultConfig, ServerConfig

__all__ = [
    "Config",
    "ConfigError",
    "Problem",
    "ResultConfig",
    "ServerConfig",
    "Unusable",
    "differences",
    "load",
    "load_or_rescue",
    "told",
]
