// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/utf8.h"
#include "socketio/decoder.h"
#include "socketio/reactionfile.h"

#include <QList>

#include <cstdlib>

using namespace Switchboard;
using namespace Switchboard::SocketIo;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void render(const ReactionAction &action, const TemplateContext &context)
{
    QByteArray json;
    QList<QByteArray> attachments;
    action.args.render(context, json, attachments);
    const QByteArray array = '[' + json + ']';
    require(!Json::check(array, {JsonScanner::maxDepth, 1 << 30}));
    require(isValidUtf8(array));
    for (const Template *name : {&action.event, &action.room}) {
        require(isValidUtf8(name->renderText(context).value_or(QByteArray())));
    }
}

} // namespace

/** A reactions file, "\n---\n", and a packet that its rules are rendered with. */
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArrayView border("\n---\n");
    const qsizetype at = input.indexOf(border);
    const auto file = at < 0 ? input : input.first(at);
    const auto reactions = parseReactions(file);
    if (!reactions) {
        require(reactions.error().line >= 1 && reactions.error().column >= 1
            && !reactions.error().message.isEmpty());
        return 0;
    }
    const auto text = at < 0 ? QByteArrayView("2[\"a\"]") : input.sliced(at + border.size());
    if (!isValidUtf8(text)) {
        return 0;
    }
    const auto packet = decode(text);
    if (!packet || !packet->isEvent()) {
        return 0;
    }
    const QList<QByteArray> attachments(packet->attachments, QByteArray("x"));
    const TemplateContext context{
        .packet = *packet,
        .attachments = {attachments.constData(), size_t(attachments.size())},
        .auth = R"({"token":"t","list":[1,{"a":"b"}]})",
        .sid = "abcdefghijklmnopqrst",
        .nsp = "/",
        .client = 7,
        .now = 1234,
    };
    for (const ReactionRule &rule : (*reactions)->rules) {
        matchesGlob(rule.event, packet->event);
        for (const ReactionAction &action : rule.actions) {
            render(action, context);
        }
    }
    return 0;
}
