// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace Switchboard::Redis {

/** What the words of a NameTemplate stand for. A loan for the call. */
struct NameContext
{
    QByteArrayView channel;
    QByteArrayView event;
    QByteArrayView nsp;
    QByteArrayView client; // a socket id
    const QByteArrayList &captures;
};

struct NameTemplateError
{
    qsizetype offset = 0;
    QString message;
};

/**
 * The name of a channel, event, namespace or room with parts to be filled in: "price:{1}".
 *
 * {1} to {9} are what the stars of the other side's pattern stand for; {channel}, {event}, {nsp}
 * and {client} name where it comes from; {{ is a brace. Value type, any thread.
 */
class NameTemplate
{
public:
    static constexpr int mostCaptures = 9;

    NameTemplate() = default;
    static Result<NameTemplate, NameTemplateError> compile(QByteArrayView text);

    QByteArray fill(const NameContext &context) const;

    /**
     * The other way round: which captures make it @p text, at their index; those it does not
     * have stay null. Nothing: no match. Words match anything.
     */
    std::optional<QByteArrayList> match(QByteArrayView text) const;

    /** A pattern for every text it can become. */
    const QByteArray &pattern() const { return m_pattern; }

    bool uses(int capture) const;
    int highestCapture() const;

    bool isFixed() const;

private:
    enum class Word : quint8 { None, Channel, Event, Nsp, Client };

    struct Part
    {
        QByteArray literal;
        int capture = 0; // from 1
        Word word = Word::None;
    };

    std::vector<Part> m_parts;
    QByteArray m_pattern;
};

} // namespace Switchboard::Redis
