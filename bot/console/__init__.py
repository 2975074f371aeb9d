"""The caseworker console: pages made on the server, live where a browser runs our one script."""

from bot.console.site import routes

__all__ = ["routes"]
