// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/chunkeddecoder.h"

#include "net/httptext.h"

#include <algorithm>

namespace Switchboard::Net {

namespace {
constexpr quint8 maxSizeDigits = 15; // stays below 2^63
}

ChunkedDecoder::Progress ChunkedDecoder::feed(
    QByteArrayView &bytes, QByteArray &body, const Limits &limits)
{
    while (!bytes.isEmpty()) {
        if (m_state == State::Data) {
            const qsizetype count = std::min(m_rest, bytes.size());
            body.append(bytes.first(count));
            bytes = bytes.sliced(count);
            m_rest -= count;
            if (m_rest == 0) {
                m_state = State::DataCr;
            }
            continue;
        }
        const char c = bytes.front();
        bytes = bytes.sliced(1);
        const Progress progress = step(c, limits);
        if (progress != Progress::NeedMore) {
            return progress;
        }
        if (m_state == State::Data && m_rest > limits.body - body.size()) {
            return Progress::TooLarge;
        }
    }
    return Progress::NeedMore;
}

ChunkedDecoder::Progress ChunkedDecoder::step(char c, const Limits &limits)
{
    const auto expect = [this, c](char wanted, State next) {
        m_state = next;
        return c == wanted ? Progress::NeedMore : Progress::Malformed;
    };
    switch (m_state) {
    case State::Size: {
        const int digit = hexDigit(c);
        if (digit >= 0) {
            if (++m_digits > maxSizeDigits) {
                return Progress::TooLarge;
            }
            m_rest = m_rest * 16 + digit;
            return Progress::NeedMore;
        }
        m_lineBytes = m_digits;
        if (m_digits == 0 || (c != '\r' && c != ';')) {
            return Progress::Malformed;
        }
        m_state = c == '\r' ? State::SizeEnd : State::Extension;
        return Progress::NeedMore;
    }
    case State::Extension:
        if (++m_lineBytes > limits.chunkHeader) {
            return Progress::HeaderTooLong;
        }
        if (c == '\r') {
            m_state = State::SizeEnd;
            return Progress::NeedMore;
        }
        return isFieldChar(c) ? Progress::NeedMore : Progress::Malformed;
    case State::SizeEnd:
        m_digits = 0;
        m_lineBytes = 0;
        return expect('\n', m_rest > 0 ? State::Data : State::TrailerStart);
    case State::Data: // handled by feed()
        break;
    case State::DataCr:
        return expect('\r', State::DataLf);
    case State::DataLf:
        return expect('\n', State::Size);
    case State::TrailerStart:
        if (c == '\r') {
            m_state = State::EndLf;
            return Progress::NeedMore;
        }
        m_state = State::Trailer;
        ++m_lineBytes;
        return isTokenChar(c) ? Progress::NeedMore : Progress::Malformed;
    case State::Trailer:
        if (++m_lineBytes > limits.trailers) {
            return Progress::TrailersTooLarge;
        }
        if (c == '\r') {
            m_state = State::TrailerLf;
            return Progress::NeedMore;
        }
        return isFieldChar(c) ? Progress::NeedMore : Progress::Malformed;
    case State::TrailerLf:
        return expect('\n', State::TrailerStart);
    case State::EndLf:
        return c == '\n' ? Progress::Done : Progress::Malformed;
    }
    Q_UNREACHABLE();
    return Progress::Malformed;
}

} // namespace Switchboard::Net
