// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "act/emitdraft.h"
#include "act/emittemplate.h"
#include "core/result.h"
#include "server.h"

#include <optional>
#include <vector>

namespace Switchboard::App {

/** Why a draft cannot be sent, and where in it. */
struct DraftProblem
{
    /** Which argument, or -1 when it is not about one. */
    int argument = -1;
    /** Place in the argument's text, in UTF-16 units; a length of 0 is its end. */
    qsizetype position = 0;
    qsizetype length = 0;
    int line = 0; // from 1, 0 = no place
    int column = 0;
    QString sentence;
};

/** What is wrong with one argument, or nothing. */
std::optional<DraftProblem> checkArgument(const DraftArgument &argument);

/** Why @p name cannot be an event's name, as a sentence, or nothing. */
std::optional<QString> checkEventName(const QString &name);

/**
 * A draft that can be sent: event and arguments as bytes, with holes where variables stand.
 *
 * Value type; expanding is allowed on any thread.
 */
class CompiledEmit
{
public:
    static Result<CompiledEmit, DraftProblem> compile(const EmitDraft &draft);

    /** Each client gets its own text, because a variable speaks of the receiver. */
    bool isPerClient() const;

    /**
     * What to emit for send number @p n: one request, or one per receiver among the clients of
     * @p server. Engine thread.
     */
    QList<EmitRequest> requests(const Server &server, qint64 n) const;

    /** One request. @p receiver is needed when isPerClient(). */
    EmitRequest request(const TemplateValues &values) const;

private:
    struct Argument
    {
        EmitTemplate text;
        DraftArgument::Type type = DraftArgument::Type::Json;
    };

    EmitRequest m_base; // all but arguments
    std::vector<Argument> m_arguments;
};

/** The clients of @p clients that @p target names, with their place in its namespace. */
QList<std::pair<const ClientInfo *, const MembershipInfo *>> receiversOf(
    const EmitTarget &target, const QList<ClientInfo> &clients);

} // namespace Switchboard::App
