// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <span>

namespace Switchboard::SocketIo {

/** Why bytes are no message for us. */
enum class MsgpackError : quint8 {
    Truncated = 1,
    TooDeep,
    TooManyElements,
    BadKey, // of a map: neither text nor number
    BadType, // a byte that begins no value
    TrailingBytes,
    Placeholder, // a map that looks like our sign for binary data, beside real binary data
};

/** One MessagePack value as JSON; {"_placeholder":true,"num":n} stands for attachment n. */
struct Unpacked
{
    QByteArray json;
    QList<QByteArray> attachments;
};

/**
 * Reads one MessagePack value, as notepack.io 3 writes it and reads it.
 *
 * Integers keep all digits; what JSON cannot say becomes null (NaN, undefined), times become ISO
 * texts as JSON.stringify() writes them. At most 72 levels and 100,000 elements; no recursion, no
 * allocation by an announced size.
 */
Result<Unpacked, MsgpackError> unpackMsgpack(QByteArrayView bytes);

/**
 * Appends one JSON value to @p to in the shortest MessagePack form, the order of keys kept.
 *
 * @param json        valid; placeholders in it are replaced by the attachments they name
 * @param attachments none: nothing is a placeholder
 */
void packJson(QByteArray &to, QByteArrayView json, std::span<const QByteArray> attachments = {});

} // namespace Switchboard::SocketIo
