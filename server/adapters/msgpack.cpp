// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/msgpack.h"

#include "core/jsonscanner.h"
#include "core/utf8.h"
#include "socketio/args.h"

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QtEndian>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <vector>

namespace Switchboard::SocketIo {

namespace {

using Token = JsonScanner::Token;

constexpr std::size_t deepest = 72;
constexpr qint64 mostElements = 100'000;
constexpr QByteArrayView placeholderKey = "_placeholder";

/** Reads the values in order; what is open is on a stack of its own. */
class Unpacker
{
public:
    explicit Unpacker(QByteArrayView bytes)
        : m_bytes(bytes)
    { }

    Result<Unpacked, MsgpackError> run()
    {
        do {
            readItem();
        } while (!m_error && !m_open.empty());
        if (!m_error && m_at != m_bytes.size()) {
            m_error = MsgpackError::TrailingBytes;
        }
        if (!m_error && m_looksLikePlaceholder && !m_out.attachments.isEmpty()) {
            m_error = MsgpackError::Placeholder;
        }
        if (m_error) {
            return *m_error;
        }
        return std::move(m_out);
    }

private:
    struct Open
    {
        qint64 left; // values, and keys
        bool isMap;
        bool isFirst = true;
    };

    /** An unsigned number of @p size bytes; 0 after an error. */
    quint64 number(quint64 size)
    {
        const auto raw = take(size);
        quint64 value = 0;
        for (const char c : raw) {
            value = (value << 8) | static_cast<quint8>(c);
        }
        return value;
    }

    QByteArrayView take(quint64 size)
    {
        if (m_error || size > static_cast<quint64>(m_bytes.size() - m_at)) {
            m_error = m_error.value_or(MsgpackError::Truncated);
            return {};
        }
        const auto view = m_bytes.sliced(m_at, static_cast<qsizetype>(size));
        m_at += view.size();
        return view;
    }

    void readItem()
    {
        bool isKey = false;
        if (!m_open.empty()) {
            Open &open = m_open.back();
            isKey = open.isMap && open.left % 2 == 0;
            if (!open.isFirst && (!open.isMap || isKey)) {
                m_out.json += ',';
            }
            open.isFirst = false;
            --open.left;
        }
        const auto before = m_out.json.size();
        readValue();
        if (isKey) {
            finishKey(before);
        }
        while (!m_error && !m_open.empty() && m_open.back().left == 0) {
            m_out.json += m_open.back().isMap ? '}' : ']';
            m_open.pop_back();
        }
    }

    /** A key is text; numbers turn into it, as they do in JavaScript. */
    void finishKey(qsizetype from)
    {
        const auto key = QByteArrayView(m_out.json).sliced(from);
        if (m_error || key.isEmpty()) {
            return;
        }
        const char first = key.front();
        if (first == '-' || (first >= '0' && first <= '9')) {
            m_out.json.insert(from, '"');
            m_out.json += '"';
        } else if (first != '"') {
            m_error = MsgpackError::BadKey;
            return;
        }
        m_looksLikePlaceholder
            |= QByteArrayView(m_out.json).sliced(from + 1).chopped(1) == placeholderKey;
        m_out.json += ':';
    }

    void begin(quint64 items, bool isMap)
    {
        if (m_open.size() == deepest) {
            m_error = MsgpackError::TooDeep;
        } else if (items > static_cast<quint64>(mostElements - m_elements)) {
            m_error = MsgpackError::TooManyElements;
        } else {
            m_elements += static_cast<qint64>(items);
            m_out.json += isMap ? '{' : '[';
            m_open.push_back({static_cast<qint64>(isMap ? 2 * items : items), isMap});
        }
    }

    void text(quint64 size)
    {
        const auto raw = take(size);
        if (isValidUtf8(raw)) {
            Json::appendString(m_out.json, raw);
        } else {
            Json::appendString(m_out.json, QString::fromUtf8(raw).toUtf8());
        }
    }

    void binary(quint64 size)
    {
        const auto raw = take(size);
        appendPlaceholder(m_out.json, m_out.attachments.size());
        m_out.attachments.append(raw.toByteArray());
    }

    void real(double value)
    {
        m_out.json += std::isfinite(value)
            ? QByteArray::number(value, 'g', QLocale::FloatingPointShortest)
            : QByteArray("null");
    }

    void time(qint64 seconds, qint64 nanoseconds)
    {
        // What JavaScript's Date can hold, and QDateTime certainly can.
        constexpr qint64 furthest = 8'640'000'000'000;
        if (seconds < -furthest || seconds > furthest) {
            m_out.json += "null";
            return;
        }
        const auto when
            = QDateTime::fromMSecsSinceEpoch(seconds * 1000 + nanoseconds / 1'000'000, Qt::UTC);
        Json::appendString(m_out.json, when.toString(Qt::ISODateWithMs).toUtf8());
    }

    void extension(quint64 size)
    {
        const auto type = static_cast<qint8>(number(1));
        if (type == -1 && size == 4) {
            time(static_cast<qint64>(number(4)), 0);
        } else if (type == -1 && size == 8) {
            const auto both = number(8);
            time(static_cast<qint64>(both & 0x3'FFFF'FFFF), static_cast<qint64>(both >> 34));
        } else if (type == -1 && size == 12) {
            const auto nanoseconds = static_cast<qint64>(number(4));
            time(static_cast<qint64>(number(8)), nanoseconds);
        } else if (type == 0 && size == 1) {
            take(1); // undefined
            m_out.json += "null";
        } else if (type == 0 && size == 8) {
            const auto milliseconds = static_cast<qint64>(number(8)); // notepack's older Date
            time(milliseconds / 1000, milliseconds % 1000 * 1'000'000);
        } else if (type == 0) {
            binary(size);
        } else {
            m_out.json += '[' + QByteArray::number(type) + ',';
            binary(size);
            m_out.json += ']';
        }
    }

    void readValue();
    void readLongValue(quint8 prefix);

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    Unpacked m_out;
    std::vector<Open> m_open;
    qint64 m_elements = 0;
    bool m_looksLikePlaceholder = false;
    std::optional<MsgpackError> m_error;
};

void Unpacker::readValue()
{
    const auto first = take(1);
    if (m_error) {
        return;
    }
    const auto prefix = static_cast<quint8>(first.front());
    if (prefix < 0x80) {
        m_out.json += QByteArray::number(prefix);
    } else if (prefix < 0x90) {
        begin(prefix & 0x0F, true);
    } else if (prefix < 0xA0) {
        begin(prefix & 0x0F, false);
    } else if (prefix < 0xC0) {
        text(prefix & 0x1F);
    } else if (prefix >= 0xE0) {
        m_out.json += QByteArray::number(static_cast<qint8>(prefix));
    } else {
        readLongValue(prefix);
    }
}

void Unpacker::readLongValue(quint8 prefix)
{
    switch (prefix) {
    case 0xC0:
        m_out.json += "null";
        break;
    case 0xC2:
        m_out.json += "false";
        break;
    case 0xC3:
        m_out.json += "true";
        break;
    case 0xC4:
        binary(number(1));
        break;
    case 0xC5:
        binary(number(2));
        break;
    case 0xC6:
        binary(number(4));
        break;
    case 0xC7:
        extension(number(1));
        break;
    case 0xC8:
        extension(number(2));
        break;
    case 0xC9:
        extension(number(4));
        break;
    case 0xCA:
        real(static_cast<double>(std::bit_cast<float>(static_cast<quint32>(number(4)))));
        break;
    case 0xCB:
        real(std::bit_cast<double>(number(8)));
        break;
    case 0xCC:
        m_out.json += QByteArray::number(number(1));
        break;
    case 0xCD:
        m_out.json += QByteArray::number(number(2));
        break;
    case 0xCE:
        m_out.json += QByteArray::number(number(4));
        break;
    case 0xCF:
        m_out.json += QByteArray::number(number(8));
        break;
    case 0xD0:
        m_out.json += QByteArray::number(static_cast<qint8>(number(1)));
        break;
    case 0xD1:
        m_out.json += QByteArray::number(static_cast<qint16>(number(2)));
        break;
    case 0xD2:
        m_out.json += QByteArray::number(static_cast<qint32>(number(4)));
        break;
    case 0xD3:
        m_out.json += QByteArray::number(static_cast<qint64>(number(8)));
        break;
    case 0xD4:
        extension(1);
        break;
    case 0xD5:
        extension(2);
        break;
    case 0xD6:
        extension(4);
        break;
    case 0xD7:
        extension(8);
        break;
    case 0xD8:
        extension(16);
        break;
    case 0xD9:
        text(number(1));
        break;
    case 0xDA:
        text(number(2));
        break;
    case 0xDB:
        text(number(4));
        break;
    case 0xDC:
        begin(number(2), false);
        break;
    case 0xDD:
        begin(number(4), false);
        break;
    case 0xDE:
        begin(number(2), true);
        break;
    case 0xDF:
        begin(number(4), true);
        break;
    default:
        m_error = MsgpackError::BadType;
        break;
    }
}

template <typename Number> void appendBigEndian(QByteArray &to, quint8 prefix, Number value)
{
    char bytes[sizeof(Number)];
    qToBigEndian(value, bytes);
    to += static_cast<char>(prefix);
    to.append(bytes, sizeof(Number));
}

/** A size behind the shortest of its prefixes; the 8 bit one is 0 where there is none. */
void appendSize(QByteArray &to, quint32 size, quint8 prefix8, quint8 prefix16, quint8 prefix32)
{
    if (prefix8 != 0 && size <= 0xFF) {
        appendBigEndian(to, prefix8, static_cast<quint8>(size));
    } else if (size <= 0xFFFF) {
        appendBigEndian(to, prefix16, static_cast<quint16>(size));
    } else {
        appendBigEndian(to, prefix32, size);
    }
}

void appendInteger(QByteArray &to, qint64 value)
{
    if (value >= 0) {
        if (value < 0x80) {
            to += static_cast<char>(value);
        } else if (value <= 0xFF) {
            appendBigEndian(to, 0xCC, static_cast<quint8>(value));
        } else if (value <= 0xFFFF) {
            appendBigEndian(to, 0xCD, static_cast<quint16>(value));
        } else if (value <= 0xFFFF'FFFF) {
            appendBigEndian(to, 0xCE, static_cast<quint32>(value));
        } else {
            appendBigEndian(to, 0xCF, static_cast<quint64>(value));
        }
    } else if (value >= -0x20) {
        to += static_cast<char>(value);
    } else if (value >= std::numeric_limits<qint8>::min()) {
        appendBigEndian(to, 0xD0, static_cast<qint8>(value));
    } else if (value >= std::numeric_limits<qint16>::min()) {
        appendBigEndian(to, 0xD1, static_cast<qint16>(value));
    } else if (value >= std::numeric_limits<qint32>::min()) {
        appendBigEndian(to, 0xD2, static_cast<qint32>(value));
    } else {
        appendBigEndian(to, 0xD3, value);
    }
}

void appendNumber(QByteArray &to, QByteArrayView lexeme)
{
    const QByteArray text = lexeme.toByteArray();
    bool fits = false;
    const auto integer = text.toLongLong(&fits);
    if (fits && text != "-0") {
        appendInteger(to, integer);
        return;
    }
    const auto large = text.toULongLong(&fits);
    if (fits && text != "-0") {
        appendBigEndian(to, 0xCF, large);
        return;
    }
    appendBigEndian(to, 0xCB, std::bit_cast<quint64>(text.toDouble()));
}

void appendText(QByteArray &to, QByteArrayView lexeme)
{
    const auto text = Json::decodeString(lexeme);
    if (text.size() < 0x20) {
        to += static_cast<char>(0xA0 | text.size());
    } else {
        appendSize(to, static_cast<quint32>(text.size()), 0xD9, 0xDA, 0xDB);
    }
    to += text;
}

void appendHeader(QByteArray &to, quint32 items, bool isMap)
{
    if (items < 0x10) {
        to += static_cast<char>((isMap ? 0x80 : 0x90) | items);
    } else if (isMap) {
        appendSize(to, items, 0, 0xDE, 0xDF);
    } else {
        appendSize(to, items, 0, 0xDC, 0xDD);
    }
}

/** Walks a JSON value and tells of each part, placeholders being parts of their own. */
class PartReader
{
public:
    PartReader(QByteArrayView json, std::span<const QByteArray> attachments)
        : m_scanner(json, {JsonScanner::maxDepth, std::numeric_limits<int>::max()})
        , m_attachments(attachments)
    { }

    Token next()
    {
        m_attachment = nullptr;
        const Token token = m_scanner.next();
        if (token == Token::ObjectBegin && !m_attachments.empty()) {
            findPlaceholder();
        }
        return token;
    }

    QByteArrayView lexeme() const { return m_scanner.lexeme(); }

    /** What the object just begun, and already passed, stands for; or nullptr. */
    const QByteArray *attachment() const { return m_attachment; }

private:
    void findPlaceholder()
    {
        auto probe = m_scanner;
        const auto key = probe.next() == Token::Key ? probe.lexeme() : QByteArrayView();
        if (key != "\"_placeholder\"" && key != "\"num\"") {
            return;
        }
        auto behind = m_scanner;
        const auto text = behind.finishValue(Token::ObjectBegin);
        if (!text || Json::member(*text, placeholderKey) != QByteArrayView("true")) {
            return;
        }
        bool isNumber = false;
        const auto number
            = Json::member(*text, "num").value_or(QByteArrayView()).toByteArray().toUInt(&isNumber);
        if (isNumber && number < m_attachments.size()) {
            m_attachment = &m_attachments[number];
            m_scanner = behind;
        }
    }

    JsonScanner m_scanner;
    std::span<const QByteArray> m_attachments;
    const QByteArray *m_attachment = nullptr;
};

/** How many items each container has, in the order in which they begin. */
std::vector<quint32> countItems(QByteArrayView json, std::span<const QByteArray> attachments)
{
    struct Open
    {
        std::size_t index;
        bool isMap;
    };

    std::vector<quint32> counts;
    std::vector<Open> open;
    PartReader reader(json, attachments);
    for (;;) {
        const Token token = reader.next();
        if (token == Token::End || token == Token::Error) {
            return counts;
        }
        if (token == Token::ObjectEnd || token == Token::ArrayEnd) {
            open.pop_back();
            continue;
        }
        if (!open.empty() && open.back().isMap == (token == Token::Key)) {
            ++counts[open.back().index];
        }
        const bool begins = token == Token::ObjectBegin || token == Token::ArrayBegin;
        if (begins && reader.attachment() == nullptr) {
            open.push_back({counts.size(), token == Token::ObjectBegin});
            counts.push_back(0);
        }
    }
}

} // namespace

Result<Unpacked, MsgpackError> unpackMsgpack(QByteArrayView bytes)
{
    return Unpacker(bytes).run();
}

void packJson(QByteArray &to, QByteArrayView json, std::span<const QByteArray> attachments)
{
    const auto counts = countItems(json, attachments);
    std::size_t container = 0;
    PartReader reader(json, attachments);
    for (;;) {
        const Token token = reader.next();
        switch (token) {
        case Token::ObjectBegin:
            if (const QByteArray *bytes = reader.attachment()) {
                appendSize(to, static_cast<quint32>(bytes->size()), 0xC4, 0xC5, 0xC6);
                to += *bytes;
            } else {
                appendHeader(to, counts[container++], true);
            }
            break;
        case Token::ArrayBegin:
            appendHeader(to, counts[container++], false);
            break;
        case Token::Key:
        case Token::String:
            appendText(to, reader.lexeme());
            break;
        case Token::Number:
            appendNumber(to, reader.lexeme());
            break;
        case Token::True:
            to += static_cast<char>(0xC3);
            break;
        case Token::False:
            to += static_cast<char>(0xC2);
            break;
        case Token::Null:
            to += static_cast<char>(0xC0);
            break;
        case Token::ObjectEnd:
        case Token::ArrayEnd:
            break;
        case Token::End:
        case Token::Error:
            return;
        }
    }
}

} // namespace Switchboard::SocketIo
