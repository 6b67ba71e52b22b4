# Por qué no se hizo un acto: una frase por código. Nada ha cambiado.

refusal-not_allowed = Este enlace no permite hacer eso.
refusal-not_now = Eso no se puede hacer en este momento.
refusal-not_yours = Eso pertenece a otra representación.
refusal-not_active_console = Preside otra mesa; esta solo observa.
refusal-overtaken = Mientras tanto la situación cambió. Mire cómo está ahora y repita si hace falta.
refusal-unknown = Eso ya no existe.
refusal-floor_taken = Alguien tiene ya la palabra.
refusal-list_closed = La lista de oradores está cerrada. La Presidencia puede admitirle.
refusal-already_asked = Ya pidió la palabra; puede cambiar esa petición.
refusal-nothing_due = No hay ninguna pregunta pendiente de contestación.
refusal-time_out_of_range = El tiempo quedaría fuera de sus límites.
refusal-limit_reached = Ya se alcanzó el máximo que permiten las reglas.
refusal-too_long = El texto es demasiado largo. Abrévielo un poco.
refusal-no_text = Este texto no contiene nada que se pueda leer. Escríbalo, por favor.
refusal-too_many_devices = Este puesto ya está abierto en otros dispositivos; cierre uno.
refusal-take_over_waits = La otra mesa puede oponerse todavía. Espere unos segundos.
refusal-bad_links = Lo indicado no corresponde a esta clase de intervención.
refusal-bad_command = El servidor no entendió el acto. Cargue la página de nuevo.
refusal-id_reused = El número de este acto ya se usó para otro; el acto no cuenta. Hágalo de nuevo.
refusal-busy = Hay demasiados actos en espera. Inténtelo otra vez en un momento.
refusal-not_saved = No se pudo guardar; el acto no cuenta. Inténtelo otra vez.
refusal-unsettled = No se sabe aún si quedó guardado; se vuelve a preguntar.
refusal-revoked = Este enlace no se conoce aquí. Cópielo otra vez entero; si no basta, pida el suyo a la Secretaría.
refusal-reload = Hay una versión nueva. Cargue la página de nuevo.
refusal-failed = Hubo un error en el servidor; nada ha cambiado.
