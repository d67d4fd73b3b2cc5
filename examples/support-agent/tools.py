"""The tools of the support agent: two look-ups in the shop's own API."""

import httpx

TOOLS = [
    {
        "name": "find_order",
        "description": "Finds an order by its number (LL and eight digits) or by the customer's e-mail address.",
        "input_schema": {
            "type": "object",
            "properties": {"query": {"type": "string", "description": "An order number or an e-mail address"}},
            "required": ["query"],
        },
    },
    {
        "name": "track_delivery",
        "description": "Says where a delivery is and when it is due.",
        "input_schema": {
            "type": "object",
            "properties": {"order": {"type": "string", "description": "The order number"}},
            "required": ["order"],
        },
    },
]


def run_tool(name: str, arguments: dict) -> str:
    reply = httpx.post(f"https://shop.larchandlane.example/tools/{name}", json=arguments, timeout=20)
    return reply.text
