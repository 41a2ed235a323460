// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Switchboard::EngineIo {

/** How the body of a poll is sent (RFC 9110 section 8.4.1). */
enum class ContentCoding : quint8 { Identity, Gzip, Deflate };

/** The better of gzip and deflate by Accept-Encoding; Identity when it allows neither. */
ContentCoding negotiateCoding(QByteArrayView acceptEncoding);

/** Value of Content-Encoding. */
const char *name(ContentCoding coding);

/**
 * @p body in @p coding, or an empty array when zlib has no memory.
 *
 * Quick rather than small: the engine thread waits for it.
 */
QByteArray compress(QByteArrayView body, ContentCoding coding);

} // namespace Switchboard::EngineIo
