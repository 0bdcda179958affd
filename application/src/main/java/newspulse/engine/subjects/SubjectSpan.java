package newspulse.engine.subjects;

import newspulse.model.Subject;

/// A word that spoke for a subject.
///
/// @param field 0 is the title, 1 the first part of the body
/// @param start in UTF-16 units of that field
/// @param end not included
/// @param weight how much of what spoke for the subject it is, 0..1
public record SubjectSpan(Subject subject, int field, int start, int end, double weight) {}
