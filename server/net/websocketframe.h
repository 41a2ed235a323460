// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>
#include <span>

namespace Switchboard::Net {

enum class WebSocketOpcode : quint8 {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
};

/** How a peer broke RFC 6455, or one of the limits. */
enum class WebSocketError : quint8 {
    ReservedBits = 1,
    ReservedOpcode,
    NotMasked,
    LengthNotMinimal,
    LengthTooBig, // the high bit of the 64-bit form
    ControlTooLong,
    ControlFragmented,
    NothingToContinue,
    ExpectedContinuation,
    BadClosePayload,
    BadCloseCode,
    BadUtf8,
    MessageTooBig, // L15
    TooManyFragments, // L16
    MessageTooSlow, // L16
    ControlFlood, // L17
};

/** Header of one frame from a client, checked against RFC 6455 section 5.2 and nothing else. */
struct WebSocketFrameHeader
{
    static constexpr qsizetype minSize = 6;
    static constexpr qsizetype maxSize = 14;

    bool isFinal = false;
    /** RSV1 to RSV3 in the three low bits; what they mean is negotiated elsewhere. */
    quint8 reserved = 0;
    WebSocketOpcode opcode = WebSocketOpcode::Continuation;
    qsizetype payloadSize = 0;
    std::array<char, 4> mask{};
    /** Bytes of the header itself. */
    qsizetype size = 0;

    bool isControl() const { return (quint8(opcode) & 0x8) != 0; }

    /**
     * Reads the header at the front of @p bytes.
     *
     * @return nothing when more bytes are needed. An error shows as soon as its byte is there.
     */
    static Result<std::optional<WebSocketFrameHeader>, WebSocketError> parse(QByteArrayView bytes);
};

/** Undoes the masking of @p payload in place; its first byte is byte @p offset of the frame. */
void unmask(std::span<char> payload, const std::array<char, 4> &mask, qsizetype offset = 0);

/** Code may stand in a close frame (RFC 6455 section 7.4). */
bool isValidCloseCode(quint16 code);

} // namespace Switchboard::Net
