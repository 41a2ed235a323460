// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/utf8.h"
#include "net/websocketreader.h"

#include <cstdlib>

using namespace Switchboard;
using namespace Switchboard::Net;

namespace {

constexpr WebSocketReader::Limits limits{4096, 16};

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/** Feeds @p input cut into pieces of @p step and writes down what came out. */
QByteArray read(QByteArrayView input, qsizetype step)
{
    using Kind = WebSocketReader::Event::Kind;
    WebSocketReader reader;
    reader.setLimits(limits);
    QByteArray text;
    while (!input.isEmpty()) {
        QByteArray piece = input.first(std::min(step, input.size())).toByteArray();
        input = input.sliced(piece.size());
        std::span<char> bytes(piece.data(), size_t(piece.size()));
        for (;;) {
            const WebSocketReader::Event event = reader.next(bytes);
            if (event.kind == Kind::NeedMore) {
                require(bytes.empty());
                break;
            }
            if (event.kind == Kind::Failed) {
                return text + 'F' + char('a' + int(event.error));
            }
            require(event.payload.size() <= limits.message);
            require(event.kind == Kind::Message || event.payload.size() <= 125);
            require(event.kind != Kind::Message || event.isBinary || isValidUtf8(event.payload));
            require(event.kind != Kind::Close || isValidUtf8(event.payload));
            text += char('0' + int(event.kind)) + QByteArray::number(event.closeCode);
            text += event.payload.toByteArray() + '\n';
        }
    }
    return text;
}

} // namespace

/** Whatever the bytes, cutting them differently must not change what is understood. */
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArray whole = read(input, std::max<qsizetype>(input.size(), 1));
    for (const qsizetype step : {1, 3}) {
        require(read(input, step) == whole);
    }
    return 0;
}
