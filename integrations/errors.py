"""What can go wrong with outside parties. The type tells whether trying again helps.

IntegrationError
├── BadRequest            what came in; nothing of it is kept
│   ├── Forged            the signature or secret does not match          → 403
│   └── Malformed         not what the provider documents                 → 400
└── SendFailed            what we tried to send
    ├── Retryable         the same call may succeed later
    │   ├── RateLimited   the provider asks to wait ``after`` seconds
    │   └── ProviderDown  no answer, a 5xx, a broken connection
    └── Final             the same call will fail again
        ├── Unreachable   the person blocked us, or the number is dead
        ├── OptedOut      the provider holds the person's STOP
        ├── WindowClosed  the provider takes only a template now
        └── Rejected      the provider refuses the message or our account
"""

from __future__ import annotations


class IntegrationError(Exception):
    """Something went wrong at the border to an outside party. ``str()`` is a short code without personal data."""


class BadRequest(IntegrationError):
    """What came in cannot be taken."""


class Forged(BadRequest):
    """The signature or the secret does not match."""


class Malformed(BadRequest):
    """The body is not what the provider documents."""


class SendFailed(IntegrationError):
    """A message or notice was not sent. ``str()`` is the reason kept with it, such as ``telegram:blocked``."""


class Retryable(SendFailed):
    """The same call may succeed later."""

    after: float | None = None
    """Seconds the provider asks to wait; None leaves it to us."""


class RateLimited(Retryable):
    """The provider asks to slow down."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class ProviderDown(Retryable):
    """No answer, a server error or a broken connection."""


class Final(SendFailed):
    """The same call will fail again."""


class Unreachable(Final):
    """The person blocked us, or the address does not exist any more."""


class OptedOut(Final):
    """The provider holds the person's STOP and drops what we send."""


class WindowClosed(Final):
    """The provider takes only a pre-approved template now."""


class Rejected(Final):
    """The provider refuses the message or our account; a person has to look."""
