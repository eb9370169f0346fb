//! Where a head points, from its landmarks.

use super::landmarks::Landmarks;

/// Turn of a head in degrees; 0, 0, 0 looks into the camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// Positive: the face is turned to the right of the picture.
    pub yaw: f32,
    /// Positive: the face looks down.
    pub pitch: f32,
    /// Positive: the head is tilted clockwise as seen in the picture.
    pub roll: f32,
}

/// Landmark index and its place on an average head: x right, y down, z away from the camera, in eye distances.
/// Rounded proportions of an adult head; only the shape matters, the fit finds scale and place.
const HEAD: [(usize, [f32; 3]); 10] = [
    (27, [0.0, -0.10, -0.10]),
    (30, [0.0, 0.55, -0.52]),
    (33, [0.0, 0.78, -0.22]),
    (36, [-0.72, 0.0, 0.22]),
    (39, [-0.28, 0.02, 0.08]),
    (42, [0.28, 0.02, 0.08]),
    (45, [0.72, 0.0, 0.22]),
    (48, [-0.41, 1.22, 0.02]),
    (54, [0.41, 1.22, 0.02]),
    (8, [0.0, 2.02, 0.05]),
];

/// What the fit says of heads that look straight ahead, degrees: the head above is an average and the landmark net puts
/// the nose's tip lower than it is. Origin: median over the portraits of the corpus' documents, which are frontal by rule.
const PITCH_STRAIGHT: f32 = 15.0;

impl Landmarks {
    /// The pose by a least-squares fit of an average head under parallel projection. Good to several degrees, which is
    /// what guidance ("look into the camera") and quality need.
    pub fn pose(&self) -> Pose {
        let count = HEAD.len() as f32;
        let centre = HEAD.iter().fold([0.0; 3], |sum: [f32; 3], (_, p)| [sum[0] + p[0], sum[1] + p[1], sum[2] + p[2]]);
        let seen = HEAD.iter().fold((0.0, 0.0), |sum: (f32, f32), (index, _)| {
            (sum.0 + self.points[*index].0, sum.1 + self.points[*index].1)
        });
        let mut products = [[0.0; 3]; 3];
        let (mut towards_x, mut towards_y) = ([0.0; 3], [0.0; 3]);
        for (index, place) in HEAD {
            let point = [0, 1, 2].map(|axis| place[axis] - centre[axis] / count);
            let (x, y) = (self.points[index].0 - seen.0 / count, self.points[index].1 - seen.1 / count);
            for i in 0..3 {
                for j in 0..3 {
                    products[i][j] += point[i] * point[j];
                }
                towards_x[i] += point[i] * x;
                towards_y[i] += point[i] * y;
            }
        }
        let (Some(row_x), Some(row_y)) = (solved(products, towards_x), solved(products, towards_y)) else {
            return Pose { yaw: 0.0, pitch: 0.0, roll: 0.0 };
        };
        from_rows(unit(row_x), unit(row_y))
    }
}

/// Angles of the rotation whose first two rows are `a` and `b`.
fn from_rows(a: [f32; 3], b: [f32; 3]) -> Pose {
    // The head's forward axis is -z; its image is minus the third column of the rotation.
    let forward = [-a[2], -b[2]];
    let c = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
    let depth = c[2].max(f32::EPSILON);
    Pose {
        yaw: forward[0].atan2(depth).to_degrees(),
        pitch: forward[1].atan2(depth.hypot(forward[0])).to_degrees() - PITCH_STRAIGHT,
        roll: b[0].atan2(a[0]).to_degrees(),
    }
}

fn unit(v: [f32; 3]) -> [f32; 3] {
    let length = v.iter().map(|x| x * x).sum::<f32>().sqrt().max(f32::EPSILON);
    v.map(|x| x / length)
}

fn determinant(m: [[f32; 3]; 3]) -> f32 {
    m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
}

/// `x` of `m · x = v`, by Cramer's rule.
fn solved(m: [[f32; 3]; 3], v: [f32; 3]) -> Option<[f32; 3]> {
    let whole = determinant(m);
    (whole.abs() > 1e-6).then(|| {
        [0, 1, 2].map(|column| {
            let mut replaced = m;
            for row in 0..3 {
                replaced[row][column] = v[row];
            }
            determinant(replaced) / whole
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Turns the average head and projects it.
    fn seen(yaw: f32, pitch: f32, roll: f32) -> Landmarks {
        let mut points = [(0.0, 0.0); 68];
        for (index, [x, y, z]) in HEAD {
            let (sy, cy) = yaw.to_radians().sin_cos();
            let (x, z) = (x * cy - z * sy, x * sy + z * cy);
            let (sp, cp) = pitch.to_radians().sin_cos();
            let (y, _) = (y * cp - z * sp, y * sp + z * cp);
            let (sr, cr) = roll.to_radians().sin_cos();
            points[index] = (300.0 + 80.0 * (x * cr - y * sr), 200.0 + 80.0 * (x * sr + y * cr));
        }
        Landmarks { points }
    }

    #[test]
    fn each_turn_is_found_with_its_sign() {
        for (yaw, pitch, roll) in
            [(0.0, 0.0, 0.0), (25.0, 0.0, 0.0), (-30.0, 0.0, 0.0), (0.0, 20.0, 0.0), (0.0, 0.0, -15.0)]
        {
            let pose = seen(yaw, pitch, roll).pose();
            assert!((pose.yaw - yaw).abs() < 1.0, "{pose:?} for yaw {yaw}");
            assert!((pose.pitch + PITCH_STRAIGHT - pitch).abs() < 1.0, "{pose:?} for pitch {pitch}");
            assert!((pose.roll - roll).abs() < 1.0, "{pose:?} for roll {roll}");
        }
    }
}
