// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "net/httpresponder.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace Switchboard::Web {

/** Content of a file on its way to a client, or one range of it. */
class FileBody : public Net::BodySource
{
public:
    qint64 size() const final { return m_end - m_at; }

    qsizetype read(std::span<char> into) final;

    /** Leaves @p length bytes from @p offset. Precondition: they lie inside of size(). */
    void narrow(qint64 offset, qint64 length);

protected:
    explicit FileBody(qint64 size)
        : m_end(size)
    { }

    virtual qsizetype readAt(qint64 offset, std::span<char> into) = 0;

private:
    qint64 m_at = 0;
    qint64 m_end;
};

struct ServedFile
{
    std::unique_ptr<FileBody> body;
    /** Quoted; changes with the content. */
    QByteArray etag;
};

enum class FileError : quint8 {
    NotFound = 1, // or not to be told apart from it
    IsFolder,
    Busy, // too many open files (L51)
};

/**
 * Where the files of one demo come from: a folder on disk or the program itself.
 *
 * Thread: engine thread.
 */
class FileTree
{
public:
    virtual ~FileTree() = default;

    /** @param segments as parseRequestPath() gives them */
    virtual Result<ServedFile, FileError> open(const QList<QByteArray> &segments) = 0;

    /** Written by us, so our own content security policy applies. */
    virtual bool isOurs() const = 0;
};

} // namespace Switchboard::Web
