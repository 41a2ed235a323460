// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/httprequestparser.h"

#include <cstdlib>

using namespace Switchboard;
using namespace Switchboard::Net;

namespace {

constexpr qsizetype maxBody = 4096;

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

struct Reading
{
    QByteArray text;
    bool failed = false;
};

/** Feeds @p bytes cut into pieces of @p step and writes down what came out. */
Reading read(QByteArrayView bytes, qsizetype step)
{
    const Limits limits;
    HttpRequestParser parser(limits);
    Reading reading;
    while (!bytes.isEmpty() && !reading.failed) {
        QByteArrayView piece = bytes.first(std::min(step, bytes.size()));
        bytes = bytes.sliced(piece.size());
        for (;;) {
            const auto progress = parser.feed(piece);
            if (progress == HttpRequestParser::Progress::NeedMore) {
                require(piece.isEmpty());
                break;
            }
            if (progress == HttpRequestParser::Progress::Failed) {
                reading.failed = true;
                reading.text += QByteArray::number(answerTo(parser.error()).status);
                break;
            }
            if (progress == HttpRequestParser::Progress::HeadersDone) {
                parser.setMaxBody(maxBody);
                continue;
            }
            const HttpRequest request = parser.takeRequest();
            require(request.body.size() <= maxBody);
            require(request.headers.fields().size() <= limits.headerCount);
            require(request.target.size() <= limits.requestLine);
            reading.text += request.method + request.target + request.body + '\n';
            for (const HttpHeader &field : request.headers.fields()) {
                require(!field.name.isEmpty() && !field.value.contains('\n'));
                reading.text += field.name + field.value + '\n';
            }
            for (const auto &[name, value] : queryItems(request.query())) {
                require(queryHas(request.query(), name));
            }
        }
    }
    return reading;
}

} // namespace

/** Whatever the bytes, cutting them differently must not change what is understood. */
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Reading whole = read(bytes, std::max<qsizetype>(bytes.size(), 1));
    for (const qsizetype step : {1, 7}) {
        const Reading cut = read(bytes, step);
        require(cut.failed == whole.failed && cut.text == whole.text);
    }
    return 0;
}
