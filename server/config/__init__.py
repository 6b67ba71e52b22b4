"""`config.toml` as frozen types, or a `ConfigError` that names file, key and remedy."""

from server.config.build import Config, load
from server.config.problems import ConfigError, Problem
from server.config.shape import ServerConfig

__all__ = ["Config", "ConfigError", "Problem", "ServerConfig", "load"]
