"""Calls by which state bodies' systems refer families: Standard Webhooks 1.0.0. For senders: docs/state-referral.md."""

from __future__ import annotations

import re
from collections.abc import Mapping

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from integrations.errors import Forged, Malformed

LARGEST = 16 << 10
"""Bytes of a call; a referral with everything has about two thousand."""

_NAME = re.compile(r"[\w.:-]{1,128}", re.ASCII)


def verified(secret: str, headers: Mapping[str, str], body: bytes) -> str:
    """The id of the call (``webhook-id``), which is its idempotency key. ``headers``: names in lower case.

    Raises Forged for a signature that does not fit, or is older than five minutes; Malformed for an id that is no id.
    """
    try:
        Webhook(secret).verify(body, dict(headers), json_parse=False)
    except (WebhookVerificationError, ValueError):  # a ValueError: headers or a body that are no text
        raise Forged("referral:signature") from None
    name = headers.get("webhook-id", "")
    if not _NAME.fullmatch(name):
        raise Malformed("referral:id")
    return name
