// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace Switchboard::App {

/**
 * Makes text from strangers fit for the screen: one line, nothing invisible, nothing that turns
 * the reading direction, bounded.
 *
 * Broken UTF-8 and lone surrogates become U+FFFD; control characters their pictures (U+2400);
 * bidi controls, zero-width characters, line separators and tags an escape such as <U+202E>;
 * more than eight combining marks in a row are dropped. Reads no further than needed for
 * @p maxChars; what is cut ends with the number of bytes there were.
 *
 * The only way from the wire to a view. Pure, any thread.
 */
QString displaySafe(QByteArrayView utf8, qsizetype maxChars);
QString displaySafe(QStringView text, qsizetype maxChars);

} // namespace Switchboard::App
