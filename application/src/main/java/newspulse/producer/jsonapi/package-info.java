/// JSON APIs described by where things stand in their answers. Start at
/// [newspulse.producer.jsonapi.JsonApiSource].
@NullMarked
package newspulse.producer.jsonapi;

import org.jspecify.annotations.NullMarked;
