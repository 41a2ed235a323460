// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/filterwords.h"

#include "traffic/event.h"

#include <QDateTime>

#include <array>
#include <cmath>
#include <numeric>

namespace Switchboard::App {

namespace {

struct Word
{
    FilterField field;
    const char *word;
    quint32 bits;
};

constexpr quint32 bit(Kind kind)
{
    return 1U << quint32(kind);
}

constexpr quint32 bit(Traffic::Via via)
{
    return 1U << quint32(via);
}

constexpr quint32 bit(AckState state)
{
    return 1U << quint32(state);
}

constexpr std::array words{
    Word{FilterField::Dir, "in", bit(Kind::In) | bit(Kind::AckIn) | bit(Kind::RedisIn)},
    Word{FilterField::Dir, "out", bit(Kind::Out) | bit(Kind::AckOut) | bit(Kind::RedisOut)},
    Word{FilterField::Type, "event", bit(Kind::In) | bit(Kind::Out)},
    Word{FilterField::Type, "ack", bit(Kind::AckIn) | bit(Kind::AckOut)},
    Word{FilterField::Type, "connect", bit(Kind::Connect)},
    Word{FilterField::Type, "disconnect", bit(Kind::Disconnect)},
    Word{FilterField::Type, "join", bit(Kind::Join)},
    Word{FilterField::Type, "leave", bit(Kind::Leave)},
    Word{FilterField::Type, "error", bit(Kind::Error)},
    Word{FilterField::Type, "ping", bit(Kind::Ping)},
    Word{FilterField::Type, "http", bit(Kind::Http)},
    Word{FilterField::Type, "gap", bit(Kind::Gap)},
    Word{FilterField::Has, "ack", FilterHas::ack},
    Word{FilterField::Has, "binary", FilterHas::binary},
    Word{FilterField::Has, "error", FilterHas::error},
    Word{FilterField::Has, "mark", FilterHas::mark},
    Word{FilterField::Has, "replay", FilterHas::replay},
    Word{FilterField::Via, "ws", bit(Traffic::Via::WebSocket)},
    Word{FilterField::Via, "polling", bit(Traffic::Via::Polling)},
    Word{FilterField::Ack, "none", bit(AckState::None)},
    Word{FilterField::Ack, "waiting", bit(AckState::Waiting)},
    Word{FilterField::Ack, "timeout", bit(AckState::TimedOut)},
};

struct Unit
{
    FilterUnit unit;
    const char *name;
    double factor;
};

constexpr std::array units{
    Unit{FilterUnit::Plain, "", 1},
    Unit{FilterUnit::Plain, "k", 1e3},
    Unit{FilterUnit::Plain, "M", 1e6},
    Unit{FilterUnit::Bytes, "", 1},
    Unit{FilterUnit::Bytes, "B", 1},
    Unit{FilterUnit::Bytes, "k", 1e3},
    Unit{FilterUnit::Bytes, "M", 1e6},
    Unit{FilterUnit::Bytes, "kB", 1e3},
    Unit{FilterUnit::Bytes, "MB", 1e6},
    Unit{FilterUnit::Bytes, "KiB", 1024},
    Unit{FilterUnit::Bytes, "MiB", 1024.0 * 1024},
    Unit{FilterUnit::Time, "us", 1},
    Unit{FilterUnit::Time, "ms", 1e3},
    Unit{FilterUnit::Time, "s", 1e6},
    Unit{FilterUnit::Time, "m", 60e6},
    Unit{FilterUnit::Time, "h", 3600e6},
};

qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype above = row[size_t(j)];
            const qsizetype changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[size_t(j)] = std::min({above + 1, row[size_t(j) - 1] + 1, changed});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

bool Filter::readsBodies() const
{
    return std::any_of(terms.begin(), terms.end(), [](const auto &t) { return t.readsBody(); });
}

const QList<FilterFieldInfo> &filterFields()
{
    static const QList<FilterFieldInfo> fields{
        {"event", FilterField::Event, false, QT_TRANSLATE_NOOP("Filter", "event name")},
        {"e", FilterField::Event, true, ""},
        {"name", FilterField::Event, true, ""},
        {"nsp", FilterField::Nsp, false, QT_TRANSLATE_NOOP("Filter", "namespace")},
        {"ns", FilterField::Nsp, true, ""},
        {"client", FilterField::Client, false,
            QT_TRANSLATE_NOOP("Filter", "client's name, id or address")},
        {"c", FilterField::Client, true, ""},
        {"from", FilterField::Client, true, ""},
        {"room", FilterField::Room, false,
            QT_TRANSLATE_NOOP("Filter", "room sent to, joined or left")},
        {"to", FilterField::Room, true, ""},
        {"dir", FilterField::Dir, false, QT_TRANSLATE_NOOP("Filter", "in or out")},
        {"d", FilterField::Dir, true, ""},
        {"type", FilterField::Type, false, QT_TRANSLATE_NOOP("Filter", "kind of row")},
        {"t", FilterField::Type, true, ""},
        {"size", FilterField::Size, false, QT_TRANSLATE_NOOP("Filter", "payload bytes")},
        {"ack", FilterField::Ack, false,
            QT_TRANSLATE_NOOP("Filter", "time to the ack, none, waiting or timeout")},
        {"arg", FilterField::Arg, false,
            QT_TRANSLATE_NOOP("Filter", "value in the arguments: arg0.user, arg.total")},
        {"text", FilterField::Text, false, QT_TRANSLATE_NOOP("Filter", "payload contains")},
        {"has", FilterField::Has, false,
            QT_TRANSLATE_NOOP("Filter", "ack, binary, error, mark or replay")},
        {"via", FilterField::Via, false, QT_TRANSLATE_NOOP("Filter", "transport")},
        {"ip", FilterField::Ip, false,
            QT_TRANSLATE_NOOP("Filter", "address, with * or as 10.0.0.0/8")},
        {"after", FilterField::After, false,
            QT_TRANSLATE_NOOP("Filter", "not before a time: 14:30 or -5m")},
        {"before", FilterField::Before, false, QT_TRANSLATE_NOOP("Filter", "before a time")},
        {"seq", FilterField::Seq, false, QT_TRANSLATE_NOOP("Filter", "number of the row")},
    };
    return fields;
}

QStringList filterWords(FilterField field)
{
    QStringList list;
    for (const Word &word : words) {
        if (word.field == field) {
            list.append(QLatin1String(word.word));
        }
    }
    return list;
}

std::optional<quint32> filterBits(FilterField field, const QString &text)
{
    for (const Word &word : words) {
        if (word.field == field
            && text.compare(QLatin1String(word.word), Qt::CaseInsensitive) == 0) {
            return word.bits;
        }
    }
    return std::nullopt;
}

QString closestWord(const QString &word, const QStringList &candidates)
{
    constexpr qsizetype furthest = 2;
    QString best;
    qsizetype distance = std::min(furthest, word.size() / 2) + 1;
    if (word.size() > 32) {
        return best;
    }
    for (const QString &candidate : candidates) {
        if (const qsizetype d = editDistance(word.toLower(), candidate); d < distance) {
            distance = d;
            best = candidate;
        }
    }
    return best;
}

std::optional<double> filterNumber(QStringView word, FilterUnit unit)
{
    const auto isNumeric = [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.')
            || c == QLatin1Char('-') || c == QLatin1Char('+');
    };
    qsizetype digits = 0;
    while (digits < word.size() && isNumeric(word[digits])) {
        ++digits;
    }
    bool ok = false;
    const double number = word.first(digits).toDouble(&ok);
    if (!ok || !std::isfinite(number)) {
        return std::nullopt;
    }
    const QStringView suffix = word.sliced(digits);
    for (const Unit &candidate : units) {
        if (candidate.unit == unit && suffix == QLatin1String(candidate.name)) {
            return number * candidate.factor;
        }
    }
    return std::nullopt;
}

std::optional<qint64> filterTime(const QString &word, qint64 now)
{
    if (word.startsWith(QLatin1Char('-'))) {
        const auto span = filterNumber(QStringView(word).sliced(1), FilterUnit::Time);
        constexpr double longest = 10.0 * 365 * 24 * 3600e6;
        if (!span || *span < 0 || *span > longest) {
            return std::nullopt;
        }
        return now - qint64(*span);
    }
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(now / 1000);
    const qsizetype split = word.indexOf(QLatin1Char('T'));
    const QDate date = split < 0 ? today.date() : QDate::fromString(word.first(split), Qt::ISODate);
    const QTime time = QTime::fromString(word.sliced(split + 1), Qt::ISODateWithMs);
    if (!date.isValid() || !time.isValid()) {
        return std::nullopt;
    }
    return QDateTime(date, time).toMSecsSinceEpoch() * 1000;
}

QString filterQuoted(const QString &value)
{
    static const QRegularExpression plain(QStringLiteral("^[^\\s()\"*?/\\\\-][^\\s()\"*?\\\\]*$"));
    static const QRegularExpression namespaceName(QStringLiteral("^/[^\\s()\"*?/\\\\]*$"));
    if (plain.match(value).hasMatch() || namespaceName.match(value).hasMatch()) {
        return value;
    }
    QString quoted = value;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    quoted.replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

} // namespace Switchboard::App
