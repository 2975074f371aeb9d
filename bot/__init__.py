"""The running program: composition root, HTTP app, turns, dispatcher, timers, console and command line."""
