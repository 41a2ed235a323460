// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/replyreader.h"

#include <hiredis/read.h>

namespace Switchboard::Redis {

namespace {

/**
 * Where hiredis' reader wants the value of @p task: in the array it belongs to, or on its own.
 *
 * An array only grows after the item before is complete, so the pointers hiredis holds, which are
 * those of the unfinished items, stay good. Nothing is reserved by an announced size.
 */
Reply *place(const redisReadTask *task, Reply reply)
{
    if (task->parent == nullptr) {
        return new Reply(std::move(reply)); // owned by the reader until it hands it over
    }
    auto &items = static_cast<Reply *>(task->parent->obj)->items;
    return &items.emplace_back(std::move(reply));
}

void *createText(const redisReadTask *task, char *text, size_t size)
{
    Reply reply;
    reply.type = task->type == REDIS_REPLY_STATUS ? Reply::Type::Status
        : task->type == REDIS_REPLY_ERROR         ? Reply::Type::Error
                                                  : Reply::Type::Text;
    reply.text = QByteArray(text, static_cast<qsizetype>(size));
    return place(task, std::move(reply));
}

void *createArray(const redisReadTask *task, int)
{
    return place(task, {.type = Reply::Type::Array, .text = {}, .items = {}});
}

void *createInteger(const redisReadTask *task, long long value)
{
    return place(task, {.type = Reply::Type::Integer, .integer = value, .text = {}, .items = {}});
}

void *createNil(const redisReadTask *task)
{
    return place(task, {});
}

void destroy(void *reply)
{
    delete static_cast<Reply *>(reply);
}

redisReplyObjectFunctions builders{createText, createArray, createInteger, createNil, destroy};

} // namespace

void ReplyReader::Free::operator()(redisReader *reader) const
{
    redisReaderFree(reader);
}

ReplyReader::ReplyReader(ReplyLimits limits)
    : m_guard(limits)
    , m_reader(redisReaderCreateWithFunctions(&builders))
{ }

ReplyReader::~ReplyReader() = default;

void ReplyReader::feed(QByteArrayView bytes)
{
    if (!m_error) {
        m_error = m_guard.feed(bytes);
    }
    if (!m_error
        && redisReaderFeed(m_reader.get(), bytes.data(), static_cast<size_t>(bytes.size()))
            != REDIS_OK) {
        m_error = ReplyError::Malformed;
    }
}

std::optional<Reply> ReplyReader::next()
{
    if (m_error) {
        return {};
    }
    void *raw = nullptr;
    if (redisReaderGetReply(m_reader.get(), &raw) != REDIS_OK) {
        m_error = ReplyError::Malformed;
        return {};
    }
    const std::unique_ptr<Reply> reply(static_cast<Reply *>(raw));
    return reply ? std::optional(std::move(*reply)) : std::nullopt;
}

} // namespace Switchboard::Redis
