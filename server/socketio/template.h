// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "socketio/packet.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Switchboard::SocketIo {

/** What a template may refer to. A loan for the call. */
struct TemplateContext
{
    const Packet &packet;
    std::span<const QByteArray> attachments;
    QByteArrayView auth; // JSON, or empty
    QByteArrayView sid;
    QByteArrayView nsp;
    quint32 client = 0;
    qint64 now = 0; // ms since 1970
};

/** What is wrong with a template, and where: an offset into the text it was compiled from. */
struct TemplateError
{
    qsizetype offset = 0;
    QString message;
};

/** What stands between {{ and }}. */
struct Reference
{
    enum class Source : quint8 { Args, Arg, Auth, SocketId, Client, Event, Nsp, Now };

    Source source = Source::Args;
    qsizetype index = 0; // of Source::Arg
    QByteArrayList path; // members and indexes below it
};

/**
 * A piece of JSON, or of text, with {{references}} that are filled in per event.
 *
 * Compiled once; rendering copies literals and slices of the event and builds nothing in between.
 * REACTIONS.md describes the language. Value type, any thread.
 */
class Template
{
public:
    /** @param array a JSON array: the arguments of an emit or ack. Precondition: valid JSON. */
    static Result<Template, TemplateError> arguments(QByteArrayView array);

    /** @param string a JSON string: the name of a room or event. Precondition: valid JSON. */
    static Result<Template, TemplateError> text(QByteArrayView string);

    /**
     * Appends the arguments, separated by commas.
     *
     * Attachments that they refer to are added to @p attachments and renumbered.
     */
    void render(
        const TemplateContext &context, QByteArray &json, QList<QByteArray> &attachments) const;

    /**
     * The text; nothing when it is a lone reference to something other than a string or number.
     */
    std::optional<QByteArray> renderText(const TemplateContext &context) const;

private:
    class Compiler;

    enum class Kind : quint8 {
        Literal,
        Value, // a reference that is a whole JSON value
        InString, // a reference between the quotes of a string
        Splice, // all arguments as items of the array around them
        Separator, // a comma, unless nothing stands before it in its array
    };

    struct Segment
    {
        Kind kind = Kind::Literal;
        QByteArray literal{};
        Reference reference{};
    };

    std::vector<Segment> m_segments;
};

} // namespace Switchboard::SocketIo
