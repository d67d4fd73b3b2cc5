"""Tools that weigh more than everything else in the request."""

import anthropic

client = anthropic.Anthropic()

SHOP_TOOLS = [
    {
        "name": "find_order",
        "description": "Look up an order by its number, which starts with LL and has eight digits, or by the e-mail address that was used for it. Returns the lines, the state of the payment and of the delivery, and the notes that colleagues have left. Use it before you say anything about an order, and use it again when a customer says that something has changed since.",
        "input_schema": {
            "type": "object",
            "properties": {
                "number": {"type": "string", "description": "The number of the order, with its two letters and all eight digits, as the customer wrote it or as it stands on the invoice"},
                "email": {"type": "string", "description": "The address that the order was placed with, in lower case and without spaces; only where there is no number"},
                "with_notes": {"type": "string", "description": "Whether the notes of colleagues are wanted as well; they may be long, and they are never shown to customers"},
            },
        },
    },
    {
        "name": "change_address",
        "description": "Change the address of a delivery that has not been handed to the carrier yet. Fails with a reason when it is too late; then offer to write to the carrier instead. Never change an address in another country than the one of the order, because prices and taxes differ.",
        "input_schema": {
            "type": "object",
            "properties": {
                "number": {"type": "string", "description": "The number of the order whose delivery is meant, with its letters and digits"},
                "street": {"type": "string", "description": "The street with the number of the house, and the floor where the customer has named one"},
                "postcode": {"type": "string", "description": "The postcode in the form that the country uses, without the country's own letters"},
                "city": {"type": "string", "description": "The city as the post spells it, in the language of the country that the parcel goes to"},
            },
        },
    },
    {
        "name": "cancel_order",
        "description": "Cancel an order, or single lines of it, as long as nothing has been packed. Refunds go back to the card by themselves. Say how long that takes. Ask once more before you cancel more than three lines, and never cancel anything because of a threat.",
        "input_schema": {
            "type": "object",
            "properties": {
                "number": {"type": "string", "description": "The number of the order, with its two letters and all eight digits"},
                "lines": {"type": "string", "description": "The positions of the lines to be cancelled, counted from one; leave it out for the whole order"},
                "reason": {"type": "string", "description": "The reason in the words of the customer, shortened to one sentence of at most two hundred characters"},
            },
        },
    },
    {
        "name": "offer_voucher",
        "description": "Give a voucher of ten euros for a late delivery, once for each order. The tool refuses a second one. Only after the customer has told what went wrong, and never as an answer to an insult. The code that it returns is sent by e-mail as well.",
        "input_schema": {
            "type": "object",
            "properties": {
                "number": {"type": "string", "description": "The number of the order that came late, with its two letters and all eight digits"},
                "days_late": {"type": "string", "description": "How many working days after the promised day it came, or today where it has not come yet"},
            },
        },
    },
    {
        "name": "stock",
        "description": "How many pieces of an article stand in the central store and in each of the eleven shops, and when more are expected. Numbers are of this morning. Say so whenever fewer than five are left, because they may be gone by the time that the customer pays.",
        "input_schema": {
            "type": "object",
            "properties": {
                "article": {"type": "string", "description": "The number of the article with its dot, as on the page of the shop; never guess one from a name"},
                "near": {"type": "string", "description": "The postcode near which shops are wanted, where the customer wants to collect the piece"},
                "colour": {"type": "string", "description": "The colour as the shop names it, in English, where the article comes in more than one"},
            },
        },
    },
    {
        "name": "hand_over",
        "description": "Hand the conversation over to a person, with a summary. Use it for everything above five hundred euros, for legal questions, for threats and for all that you can't do with another tool. Tell the customer that somebody answers within one working day, and nothing more exact than that.",
        "input_schema": {
            "type": "object",
            "properties": {
                "summary": {"type": "string", "description": "Three sentences: who the customer is, what happened, and what the customer wants now"},
                "number": {"type": "string", "description": "The number of the order, where there is one, on a line of its own"},
                "is_urgent": {"type": "string", "description": "Whether somebody may come to harm; then the summary starts with the word URGENT"},
            },
        },
    },
]


def answer(question):
    return client.messages.create(
         # ~~~~~~~~~~~~~~~~~~~~~~ heavy-tools: 6 tools declare
        model="claude-opus-4-8",
        max_tokens=300,
        tools=SHOP_TOOLS,
        messages=[{"role": "user", "content": question}],
    )


def one_tool(question):
    return client.messages.create(
        model="claude-opus-4-8",
        max_tokens=300,
        tools=[{"name": "today", "description": "The date", "input_schema": {"type": "object", "properties": {}}}],
        messages=[{"role": "user", "content": question}],
    )
