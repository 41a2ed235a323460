// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Switchboard::Net {

/**
 * Undoes the chunked transfer coding (RFC 9112 section 7.1). Extensions are checked and ignored,
 * trailers are dropped.
 *
 * A total function with state: no I/O, O(n), no memory of its own. Value type, any one thread.
 */
class ChunkedDecoder
{
public:
    enum class Progress : quint8 {
        NeedMore,
        Done,
        Malformed,
        HeaderTooLong,
        TrailersTooLarge,
        TooLarge
    };

    struct Limits
    {
        qsizetype body = 0;
        qsizetype chunkHeader = 256; // L14, per chunk
        qsizetype trailers = 16 * 1024; // together
    };

    /** Starts anew. */
    void reset() { *this = {}; }

    /** Consumes from the front of @p bytes and appends what they carry to @p body. */
    Progress feed(QByteArrayView &bytes, QByteArray &body, const Limits &limits);

private:
    enum class State : quint8 {
        Size, // hexadecimal digits
        Extension,
        SizeEnd, // LF of the chunk header
        Data,
        DataCr,
        DataLf,
        TrailerStart,
        Trailer,
        TrailerLf,
        EndLf,
    };

    Progress step(char c, const Limits &limits);

    State m_state = State::Size;
    quint8 m_digits = 0;
    qsizetype m_rest = 0; // of the present chunk
    qsizetype m_lineBytes = 0; // of the chunk header, or of all trailers
};

} // namespace Switchboard::Net
