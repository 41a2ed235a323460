// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/staticfolder.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

namespace Switchboard::Web {

namespace {

// O_NONBLOCK: opening a pipe must not wait for its other end.
constexpr int openFlags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    { }

    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }

    Q_DISABLE_COPY_MOVE(Descriptor)

    int get() const { return m_fd; }

    int release() { return std::exchange(m_fd, -1); }

    void reset(int fd)
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
        m_fd = fd;
    }

private:
    int m_fd;
};

class DiskFile final : public FileBody
{
public:
    DiskFile(int descriptor, qint64 size, OpenFiles &openFiles)
        : FileBody(size)
        , m_descriptor(descriptor)
        , m_openFiles(openFiles)
    {
        ++m_openFiles.open;
    }

    ~DiskFile() override { --m_openFiles.open; }

protected:
    qsizetype readAt(qint64 offset, std::span<char> into) override
    {
        ssize_t count;
        do {
            count = ::pread(m_descriptor.get(), into.data(), into.size(), offset);
        } while (count < 0 && errno == EINTR);
        return count;
    }

private:
    Descriptor m_descriptor;
    OpenFiles &m_openFiles;
};

int openSegmentBySegment(int root, const QList<QByteArray> &segments)
{
    Descriptor folder(::dup(root));
    for (qsizetype i = 0; i + 1 < segments.size(); ++i) {
        folder.reset(::openat(folder.get(), segments[i].constData(),
            O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (folder.get() < 0) {
            return -1;
        }
    }
    return ::openat(folder.get(), segments.last().constData(), openFlags | O_NOFOLLOW);
}

#ifdef Q_OS_LINUX
/** @return -1 with errno ENOSYS where the kernel, or a sandbox around us, has no openat2 */
int openBeneath(int root, const QList<QByteArray> &segments)
{
    open_how how{};
    how.flags = openFlags;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    const QByteArray path = segments.join('/');
    const auto fd = int(::syscall(SYS_openat2, root, path.constData(), &how, sizeof how));
    if (fd < 0 && errno == EPERM) {
        errno = ENOSYS;
    }
    return fd;
}
#endif

QByteArray etagOf(const struct stat &status)
{
    return '"' + QByteArray::number(qint64(status.st_mtim.tv_sec), 16) + '.'
        + QByteArray::number(qint64(status.st_mtim.tv_nsec), 16) + '-'
        + QByteArray::number(qint64(status.st_size), 16) + '"';
}

} // namespace

StaticFolder::StaticFolder(const QString &path, OpenFiles &openFiles)
    : m_path(QFile::encodeName(path))
    , m_openFiles(openFiles)
{ }

int StaticFolder::lookUp(const QList<QByteArray> &segments)
{
    const Descriptor root(::open(m_path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (root.get() < 0 || segments.isEmpty()) {
        return -1;
    }
#ifdef Q_OS_LINUX
    if (!m_portable) {
        const int fd = openBeneath(root.get(), segments);
        if (fd >= 0 || errno != ENOSYS) {
            return fd;
        }
        m_portable = true;
    }
#endif
    return openSegmentBySegment(root.get(), segments);
}

Result<ServedFile, FileError> StaticFolder::open(const QList<QByteArray> &segments)
{
    if (m_openFiles.open >= m_openFiles.most) {
        return FileError::Busy;
    }
    Descriptor file(lookUp(segments));
    if (file.get() < 0) {
        return errno == EMFILE || errno == ENFILE ? FileError::Busy : FileError::NotFound;
    }

    struct stat status
    { };

    if (::fstat(file.get(), &status) != 0) {
        return FileError::NotFound;
    }
    if (S_ISDIR(status.st_mode)) {
        return FileError::IsFolder;
    }
    if (!S_ISREG(status.st_mode)) {
        return FileError::NotFound;
    }
    return ServedFile{
        std::make_unique<DiskFile>(file.release(), status.st_size, m_openFiles), etagOf(status)};
}

} // namespace Switchboard::Web
