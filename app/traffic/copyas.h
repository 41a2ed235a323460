// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/packettext.h"

#include <QString>

namespace Switchboard::App {

/** What an event can be copied as (UX 7.1). */
enum class CopyFormat : quint8 {
    Arguments,
    FirstArgument,
    Packet,
    JavaScriptSend,
    JavaScriptReceive,
    JavaScriptServer,
    Python,
    Curl,
    EventName,
};

/**
 * @p event written in @p format; empty when the format makes no sense for it.
 *
 * Numbers and strings of arguments keep their lexemes, except for Python, whose string escapes
 * differ from JSON's. Attachments become byte literals.
 *
 * @param serverUrl such as http://127.0.0.1:3000, without a slash at the end
 */
QString copyAs(CopyFormat format, const EventText &event, const QString &serverUrl);

/** @p bytes as one word for bash. */
QByteArray shellQuoted(const QByteArray &bytes);

} // namespace Switchboard::App
