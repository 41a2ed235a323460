// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/embeddedfolder.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QResource>

#include <cstring>

namespace Switchboard::Web {

namespace {

class Bytes final : public FileBody
{
public:
    explicit Bytes(QByteArray bytes)
        : FileBody(bytes.size())
        , m_bytes(std::move(bytes))
    { }

protected:
    qsizetype readAt(qint64 offset, std::span<char> into) override
    {
        std::memcpy(into.data(), m_bytes.constData() + offset, into.size());
        return qsizetype(into.size());
    }

private:
    QByteArray m_bytes;
};

} // namespace

EmbeddedFolder::EmbeddedFolder(QString root)
    : m_root(std::move(root))
{ }

Result<ServedFile, FileError> EmbeddedFolder::open(const QList<QByteArray> &segments)
{
    const QString path = u':' % m_root % u'/' % QString::fromUtf8(segments.join('/'));
    if (QFileInfo(path).isDir()) {
        return FileError::IsFolder;
    }
    const QResource resource(path);
    if (!resource.isValid()) {
        return FileError::NotFound;
    }
    QByteArray bytes = resource.uncompressedData();
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex();
    return ServedFile{std::make_unique<Bytes>(std::move(bytes)), '"' + hash.first(16) + '"'};
}

} // namespace Switchboard::Web
